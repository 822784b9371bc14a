"""What every Excel workbook of ours needs: opening one safely, cells as texts, drop-downs, sheets of tables."""
