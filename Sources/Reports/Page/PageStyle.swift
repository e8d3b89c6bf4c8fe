/// How the page looks, on a screen by day and by night, and on paper.
///
/// One typeface, numbers of one width, and colour only beside a word that says the same.
enum PageStyle {
    /// The style sheet.
    static let sheet: StaticString = """
        :root {
          color-scheme: light dark;
          --paper: #fff; --ink: #1b1d21; --soft: #646a73; --line: #e3e5e8; --band: #f5f6f7;
          --act: #a8231b; --act-band: #fdf1f0; --check: #855300; --check-band: #fdf6e9; --good: #22693a;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --paper: #15171a; --ink: #e4e6e9; --soft: #979da6; --line: #2d3136; --band: #1c1f23;
            --act: #ff8d83; --act-band: #2b1a19; --check: #f0b95b; --check-band: #282115; --good: #7fcb96;
          }
        }
        * { box-sizing: border-box; }
        body {
          margin: 0 auto; padding: 48px 40px 64px; max-width: 1560px; background: var(--paper); color: var(--ink);
          font: 15px/1.5 system-ui, "Segoe UI", "Helvetica Neue", "Noto Sans", sans-serif;
          font-variant-numeric: tabular-nums; overflow-wrap: anywhere; -webkit-print-color-adjust: exact;
          print-color-adjust: exact;
        }
        h1 { margin: 0; font-size: 32px; line-height: 1.2; font-weight: 650; letter-spacing: -.01em; }
        h2 { margin: 0 0 16px; font-size: 20px; line-height: 1.3; font-weight: 650; }
        h3 { margin: 0; font-size: 15px; font-weight: 650; }
        p { margin: 0; }
        header p { margin-top: 8px; color: var(--soft); }
        section { margin-top: 56px; }
        small { display: block; font-size: 13px; line-height: 1.4; color: var(--soft); }
        .none { color: var(--soft); }
        .good { color: var(--good); font-weight: 600; }
        .act { color: var(--act); font-weight: 600; }
        .check { color: var(--check); font-weight: 600; }

        .look article {
          display: grid; grid-template-columns: 260px 1fr; gap: 8px 32px; padding: 16px 20px; margin-top: 8px;
          border-radius: 8px; background: var(--band);
        }
        .look article.act-band { background: var(--act-band); }
        .look article.check-band { background: var(--check-band); }
        .look ul { margin: 0; padding: 0; list-style: none; }
        .look li + li, .look li + .next { margin-top: 6px; }
        .look b { font-weight: 600; }
        .look i, .next { font-style: normal; color: var(--soft); }

        dl { display: flex; flex-wrap: wrap; gap: 24px 56px; margin: 0 0 32px; }
        dt { font-size: 13px; color: var(--soft); }
        dd { margin: 0; font-size: 28px; line-height: 1.25; font-weight: 600; letter-spacing: -.01em; }
        dd small { font-weight: 400; letter-spacing: 0; }

        table { width: 100%; border-collapse: collapse; }
        th, td { padding: 9px 16px 9px 0; text-align: start; vertical-align: top; border-bottom: 1px solid var(--line); }
        th:last-child, td:last-child { padding-right: 0; }
        thead th { font-size: 13px; font-weight: 600; color: var(--soft); white-space: nowrap; }
        th.n, td.n { text-align: end; white-space: nowrap; }
        th.n + th:not(.n), td.n + td:not(.n) { padding-left: 16px; }
        td { unicode-bidi: isolate; }
        td.tc, td.strong small { white-space: nowrap; }
        td.strong { font-weight: 600; }
        td.name { min-width: 14em; }
        td.words { min-width: 9em; }
        td.notes { min-width: 12em; white-space: pre-line; }
        .narrow table { width: auto; }
        .narrow th, .narrow td { padding-right: 32px; }
        tr.total td { font-weight: 600; border-bottom: 0; }
        tr.scene th { padding: 32px 0 8px; font-size: 17px; font-weight: 650; border-bottom: 2px solid var(--ink); }
        tbody:first-of-type tr.scene th { padding-top: 12px; }
        tr.scene span { margin-left: 12px; font-size: 13px; font-weight: 400; color: var(--soft); }
        .circle {
          display: inline-block; min-width: 26px; padding: 0 6px; border: 2px solid; border-radius: 13px;
          text-align: center; font-weight: 650;
        }
        td.pictures { width: 324px; }
        td.pictures div { display: flex; gap: 4px; width: 308px; }
        td.pictures img { width: 100px; max-height: 76px; object-fit: contain; background: var(--band); border-radius: 3px; }
        td.pictures small { max-width: 240px; }
        footer { margin-top: 56px; padding-top: 16px; border-top: 1px solid var(--line); font-size: 13px; color: var(--soft); }

        @media print {
          @page { size: A4 landscape; margin: 12mm; }
          :root {
            color-scheme: light; --paper: #fff; --ink: #000; --soft: #555; --line: #ccc; --band: #f4f4f4;
            --act: #a8231b; --act-band: #fdf1f0; --check: #855300; --check-band: #fdf6e9; --good: #22693a;
          }
          body { max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.4; }
          h1 { font-size: 20pt; } h2 { font-size: 13pt; } dd { font-size: 16pt; }
          small, thead th, dt, tr.scene span, footer { font-size: 8pt; }
          section { margin-top: 24pt; }
          h2, h3, tr.scene { break-after: avoid; }
          tr, article li, img { break-inside: avoid; }
          thead { display: table-header-group; }
          th, td { padding: 4pt 8pt 4pt 0; }
          tr.scene th { padding: 12pt 0 4pt; font-size: 11pt; }
          td.name { min-width: 11em; }
          td.words { min-width: 6em; }
          td.notes { min-width: 9em; }
          td.pictures { width: 198px; }
          td.pictures div { gap: 3px; width: 186px; }
          td.pictures img { width: 60px; max-height: 46px; }
          .look article { grid-template-columns: 150px 1fr; padding: 8pt 10pt; }
          .narrow th, .narrow td { padding-right: 18pt; }
        }
        """
}
