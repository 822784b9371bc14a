"""The library: from the register in CSV to an RDF dataset, questions and answers."""
