"""From findings to rows that a person judges in a workbook, and from the judged workbook into the register."""
