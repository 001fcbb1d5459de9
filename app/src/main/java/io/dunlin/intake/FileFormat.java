package io.dunlin.intake;

/** How a file is written, found from its content and not from its name. Stored. */
public enum FileFormat {
    /** Values between delimiters: .csv, .txt, .tsv. */
    TEXT,
    /** A workbook of the Office Open XML kind: .xlsx, and .xlsm without its macros. */
    XLSX,
    /** A workbook of Excel 97 to 2003. */
    XLS
}
