"""The register of one ruimte as an Excel workbook, and that workbook, edited, back into the register."""
