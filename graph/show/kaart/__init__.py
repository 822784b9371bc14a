"""The map: the whole graph as one offline page, the doelenboom as a picture, and a hand-out per organisation."""
