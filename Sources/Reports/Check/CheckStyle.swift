/// What the page of a check has besides the style of all pages.
enum CheckStyle {
    /// The style sheet.
    static let sheet: StaticString = """

        code { font: 14px/1.5 ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; unicode-bidi: isolate; }
        code.other { display: block; color: var(--soft); }
        mark { color: inherit; background: none; border-bottom: 3px solid var(--act); font-weight: 700; }
        .totals { margin-top: 32px; }
        .totals dl { margin: 0; }
        .filters { margin-top: 32px; padding: 16px 20px; border: 1px solid var(--line); border-radius: 8px; }
        .filters fieldset { margin: 0 0 8px; padding: 0 0 0 88px; border: 0; }
        .filters legend {
          float: left; width: 88px; margin-left: -88px; padding: 0; font-size: 13px; line-height: 24px; color: var(--soft);
        }
        label { margin-right: 20px; white-space: nowrap; }
        label.only { display: inline-block; margin-bottom: 16px; }
        input { accent-color: var(--ink); }
        button { font: inherit; padding: 2px 12px; color: inherit; background: var(--band); border: 1px solid var(--line);
          border-radius: 6px; }
        .findings li + li { margin-top: 12px; }
        .findings small { margin-top: 4px; }
        .findings p { margin: 0; }
        td.versions span {
          display: inline-block; margin: 0 4px 4px 0; padding: 0 8px; border: 1px solid var(--line); border-radius: 6px;
        }
        td.versions span.gone { border-style: dashed; border-color: var(--act); color: var(--act); }
        td.versions span.part { border-color: var(--check); color: var(--check); }
        body:has(#only-chains:checked) .chains tr.fine { display: none; }
        body:has(#only-sequences:checked) .sequences tr.fine { display: none; }
        @media print {
          .filters, label.only { display: none; }
          code { font-size: 8.5pt; }
          .totals { margin-top: 12pt; }
          .findings article { display: block; padding: 0; margin-top: 14pt; background: none; }
          .findings article > div { break-after: avoid; break-inside: avoid; padding: 6pt 10pt; }
          .findings article > div small { display: inline; margin-right: 8pt; }
          .findings .act-band > div { background: var(--act-band); }
          .findings .check-band > div { background: var(--check-band); }
          .findings .know-band > div { background: var(--band); }
          .findings ul { padding: 6pt 10pt 0; }
        }
        """
}
