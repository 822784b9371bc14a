"""The dataset in the formats of others: RDF, networks and Excel."""
