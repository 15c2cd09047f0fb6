use rust_xlsxwriter::XlsxError;

/// Why a book cannot be written. Sheets are named as the file would name them.
#[derive(Debug, thiserror::Error)]
pub enum BookError {
    /// A workbook cannot be empty.
    #[error("a workbook needs a sheet")]
    NoSheet,
    /// Notes, head and rows together exceed the 1 048 576 rows of a sheet.
    #[error("sheet {sheet}: {rows} rows are more than a sheet holds")]
    TooLong { sheet: String, rows: usize },
    /// A table without columns or with more than the 16 384 of a sheet.
    #[error("sheet {sheet}: a table cannot have {columns} columns")]
    Columns { sheet: String, columns: usize },
    /// A row with more values than the table has columns; rows count from 1.
    #[error("sheet {sheet}: row {row} of the table has more values than there are columns")]
    Ragged { sheet: String, row: usize },
    /// The chart has no table, or names a column that is missing or holds other values than
    /// numbers; Excel would draw those as zeros.
    #[error("sheet {sheet}: the chart needs columns of numbers")]
    Chart { sheet: String },
    /// Year, month and day that are not in the calendar of 1900 to 9999.
    #[error("there is no day {0}-{1}-{2} between 1900 and 9999")]
    Day(i32, u32, u32),
    /// The writer gave up.
    #[error("the workbook could not be written: {0}")]
    Writer(#[from] XlsxError),
}
