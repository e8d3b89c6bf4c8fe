internal import CXLSXWriter
internal import FileTree

/// Writes sheets of text as XLSX, with libxlsxwriter.
///
/// Headings are bold and stay in view, and every sheet can be filtered. The library keeps one row at a time in memory
/// and the others in a temporary file of its own.
struct WorkbookFile {
    private let book: UnsafeMutablePointer<lxw_workbook>
    private let bold: UnsafeMutablePointer<lxw_format>?
    private let place: String

    /// When every book says it was made, since the same log gives the same bytes: 1980, when ZIP archives begin.
    private static let created = 315_532_800

    /// The bytes of a book; `place` is its name, for errors.
    static func bytes(_ sheets: [BookSheet], at place: String) throws(LogError) -> [UInt8] {
        let file: MemoryFile
        do throws(DiskError) { file = try MemoryFile() } catch { throw failure(error.cause, at: place) }
        try write(sheets, to: file, at: place)
        do throws(DiskError) { return try file.bytes() } catch { throw failure(error.cause, at: place) }
    }

    private static func write(_ sheets: [BookSheet], to file: MemoryFile, at place: String) throws(LogError) {
        var options = lxw_workbook_options()
        options.constant_memory = 1
        guard let book = workbook_new_opt(file.path, &options) else {
            throw failure("there is no memory for it", at: place)
        }
        let workbook = WorkbookFile(book, place)
        do throws(LogError) {
            try workbook.check(workbook.setProperties())
            for sheet in sheets { try workbook.add(sheet) }
        } catch {
            // What has been written goes with it: it is what frees the book.
            _ = workbook_close(book)
            throw error
        }
        try workbook.check(workbook_close(book))
    }

    private init(_ book: UnsafeMutablePointer<lxw_workbook>, _ place: String) {
        (self.book, self.place) = (book, place)
        bold = workbook_add_format(book)
        format_set_bold(bold)
    }

    private func setProperties() -> lxw_error {
        var properties = lxw_doc_properties()
        properties.created = WorkbookFile.created
        return workbook_set_properties(book, &properties)
    }

    private func add(_ table: BookSheet) throws(LogError) {
        guard let sheet = workbook_add_worksheet(book, table.name) else {
            throw WorkbookFile.failure("there is no memory for the sheet \(table.name)", at: place)
        }
        let last = lxw_col_t(table.headings.count - 1)
        worksheet_freeze_panes(sheet, 1, 0)
        try check(worksheet_autofilter(sheet, 0, 0, lxw_row_t(table.rows.count), last))
        // Without this, Excel puts a green corner on every take: a number that is text.
        try check(worksheet_ignore_errors(sheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), "A1:XFD1048576"))
        for (column, heading) in table.headings.enumerated() {
            let column = lxw_col_t(column)
            try check(worksheet_set_column(sheet, column, column, heading.width, nil))
            try check(worksheet_write_string(sheet, 0, column, heading.text, bold))
        }
        for (row, cells) in table.rows.enumerated() {
            for (column, cell) in cells.enumerated() where !cell.isEmpty {
                let text = CellText(cell).escaped
                try check(worksheet_write_string(sheet, lxw_row_t(row + 1), lxw_col_t(column), text, nil))
            }
        }
    }

    private func check(_ answer: lxw_error) throws(LogError) {
        guard answer != LXW_NO_ERROR else { return }
        throw WorkbookFile.failure(lxw_strerror(answer).map { String(cString: $0) } ?? "error \(answer)", at: place)
    }

    private static func failure(_ cause: String, at place: String) -> LogError {
        LogError(
            .notWritten, at: place, "The spreadsheet could not be made: \(cause).",
            nextStep: "Make room for temporary files, or take another format.")
    }
}
