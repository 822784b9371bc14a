"""Remarks on the policy: read back from Word, Excel and the page, kept in the register, answered and listed."""
