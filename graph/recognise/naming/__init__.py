"""Names in running text: bodies, programmes, laws, villages and regions."""
