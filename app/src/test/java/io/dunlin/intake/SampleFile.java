package io.dunlin.intake;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The same receivables, written as one system or another would write them. */
record SampleFile(
        String name, Header header, String dates, Numbers numbers, Sides sides, Container container, boolean titled) {
    /** Names of: customer code and name, number, issue and due date, amount, debit, credit, side, open amount, currency. */
    enum Header {
        ENGLISH(
                "Customer code,Customer name,Invoice number,Invoice date,Due date,Amount,Debit,Credit,D/C,Open amount,Currency",
                "D",
                "C",
                "Total"),
        FRENCH(
                "Code client,Raison sociale,N° facture,Date facture,Date d’échéance,Montant TTC,Débit,Crédit,Sens,Solde,Devise",
                "Débit",
                "Crédit",
                "Total général"),
        GERMAN(
                "Kunden-Nr.,Kundenname,Rechnungsnummer,Rechnungsdatum,Fälligkeit,Rechnungsbetrag,Soll,Haben,S/H,Offener Betrag,Währung",
                "S",
                "H",
                "Summe");

        private final List<String> names;
        private final String debit;
        private final String credit;
        private final String total;

        Header(String names, String debit, String credit, String total) {
            this.names = List.of(names.split(","));
            this.debit = debit;
            this.credit = credit;
            this.total = total;
        }
    }

    /** How amounts are written; {@code NATIVE} for cells of workbooks that hold numbers and days. */
    enum Numbers {
        PLAIN("0.00", '.', ',', "-%s"),
        ENGLISH("#,##0.00", '.', ',', "(%s)"),
        ENGLISH_MARKED("#,##0.00", '.', ',', "%s CR"),
        FRENCH("#,##0.00", ',', '\u202f', "-%s"),
        FRENCH_SIGN("#,##0.00 €", ',', '\u00a0', "-%s"),
        GERMAN("#,##0.00", ',', '.', "%s-"),
        SWISS("#,##0.00", '.', '\'', "-%s"),
        NATIVE("0.00", '.', ',', "-%s");

        private final String pattern;
        private final char decimal;
        private final char group;
        private final String negative;

        Numbers(String pattern, char decimal, char group, String negative) {
            this.pattern = pattern;
            this.decimal = decimal;
            this.group = group;
            this.negative = negative;
        }

        String text(BigDecimal amount) {
            var symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
            symbols.setDecimalSeparator(decimal);
            symbols.setGroupingSeparator(group);
            var text = new DecimalFormat(pattern, symbols).format(amount.abs());
            return amount.signum() < 0 ? String.format(Locale.ROOT, negative, text) : text;
        }
    }

    /** Where the minus of a credit is: in the amount, in a column of its own, or in a mark. */
    enum Sides {
        SIGNED,
        COLUMNS,
        MARK
    }

    enum Container {
        UTF_8(StandardCharsets.UTF_8, "", ';'),
        UTF_8_MARKED(StandardCharsets.UTF_8, "\ufeff", ','),
        WINDOWS_1252(Charset.forName("windows-1252"), "", ';'),
        UTF_16_LE(StandardCharsets.UTF_16LE, "\ufeff", '\t'),
        UTF_16_BE(StandardCharsets.UTF_16BE, "", ';'),
        TABS(StandardCharsets.UTF_8, "", '\t'),
        BARS(StandardCharsets.UTF_8, "", '|'),
        XLSX(StandardCharsets.UTF_8, "", ' '),
        XLS(StandardCharsets.UTF_8, "", ' ');

        private final Charset charset;
        private final String mark;
        private final char delimiter;

        Container(Charset charset, String mark, char delimiter) {
            this.charset = charset;
            this.mark = mark;
            this.delimiter = delimiter;
        }
    }

    record Receivable(
            String code,
            String customer,
            String number,
            String issued,
            String due,
            String amount,
            String open,
            String currency) {}

    static final List<Receivable> RECEIVABLES = List.of(
            new Receivable(
                    "0012", "Brûlerie du Port", "F-1001", "2026-01-31", "2026-03-02", "12345.60", "12345.60", "EUR"),
            new Receivable("0012", "Brûlerie du Port", "F-1002", "2026-02-03", "2026-03-05", "980.05", "480.05", "EUR"),
            new Receivable("0012", "Brûlerie du Port", "A-77", "2026-02-10", "2026-02-10", "-150.00", "-150.00", "EUR"),
            new Receivable(
                    "4711",
                    "Müller & Söhne \"Nord\"",
                    "F-1003",
                    "2026-02-28",
                    "2026-03-30",
                    "1000000.00",
                    "1000000.00",
                    "USD"),
            new Receivable(
                    "4711", "Müller & Söhne \"Nord\"", "R-9", "2026-03-01", "2026-03-01", "-2500.75", "-500.75", "USD"),
            new Receivable("TX-9", "Aé; Lda, | Porto", "F-1004", "2026-03-13", "2026-04-12", "0.99", "0.99", "EUR"));

    @Override
    public String toString() {
        return name;
    }

    private boolean isSheet() {
        return container == Container.XLSX || container == Container.XLS;
    }

    byte[] bytes() {
        var rows = new ArrayList<List<Object>>();
        if (titled) {
            rows.add(List.of("", "Estuaire Foods"));
            rows.add(List.of("", "Open items", "2026-11-23"));
            rows.add(List.of());
        }
        rows.add(new ArrayList<>(headers()));
        RECEIVABLES.forEach(one -> rows.add(row(one)));
        if (titled) {
            rows.add(total());
            rows.replaceAll(row -> row.isEmpty()
                    ? row
                    : java.util.stream.Stream.concat(java.util.stream.Stream.of((Object) ""), row.stream())
                            .toList());
        }
        return isSheet() ? sheet(rows) : text(rows);
    }

    private List<String> headers() {
        var names = new ArrayList<>(header.names.subList(0, 5));
        switch (sides) {
            case SIGNED -> names.add(header.names.get(5));
            case COLUMNS -> names.addAll(header.names.subList(6, 8));
            case MARK -> names.addAll(List.of(header.names.get(5), header.names.get(8)));
        }
        names.addAll(header.names.subList(9, 11));
        return names;
    }

    private List<Object> row(Receivable one) {
        var amount = new BigDecimal(one.amount());
        var open = new BigDecimal(one.open());
        var isCredit = amount.signum() < 0;
        var cells = new ArrayList<Object>(List.of(one.code(), one.customer(), one.number()));
        cells.add(day(one.issued()));
        cells.add(day(one.due()));
        switch (sides) {
            case SIGNED -> cells.addAll(List.of(number(amount), number(open)));
            case COLUMNS ->
                cells.addAll(List.of(
                        isCredit ? "" : number(amount), isCredit ? number(amount.abs()) : "", number(open.abs())));
            case MARK ->
                cells.addAll(
                        List.of(number(amount.abs()), isCredit ? header.credit : header.debit, number(open.abs())));
        }
        cells.add(one.currency());
        return cells;
    }

    private List<Object> total() {
        var cells = new ArrayList<Object>(List.of(header.total, "", "", "", ""));
        if (sides == Sides.SIGNED) {
            cells.add(number(RECEIVABLES.stream()
                    .map(one -> new BigDecimal(one.amount()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add)));
        }
        return cells;
    }

    private Object day(String day) {
        var date = LocalDate.parse(day);
        return numbers == Numbers.NATIVE ? date : date.format(DateTimeFormatter.ofPattern(dates, Locale.ROOT));
    }

    private Object number(BigDecimal amount) {
        return numbers == Numbers.NATIVE ? amount : numbers.text(amount);
    }

    private byte[] sheet(List<List<Object>> rows) {
        var sheet = SampleSheet.of(container == Container.XLSX ? FileFormat.XLSX : FileFormat.XLS);
        if (titled) {
            sheet.row("About this file").sheet("Data");
        }
        rows.forEach(row -> sheet.row(row.toArray()));
        return sheet.bytes();
    }

    private byte[] text(List<List<Object>> rows) {
        var text = rows.stream()
                .map(row -> row.stream()
                        .map(cell -> quoted(cell.toString()))
                        .collect(Collectors.joining(String.valueOf(container.delimiter))))
                .collect(Collectors.joining("\r\n", container.mark, "\r\n"));
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(text.getBytes(container.charset));
        return bytes.toByteArray();
    }

    private String quoted(String cell) {
        return cell.indexOf(container.delimiter) >= 0 || cell.indexOf('"') >= 0
                ? '"' + cell.replace("\"", "\"\"") + '"'
                : cell;
    }
}
