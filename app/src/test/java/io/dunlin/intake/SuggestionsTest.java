package io.dunlin.intake;

import static io.dunlin.intake.Field.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuggestionsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Customer code;Customer name;Invoice number;Invoice date;Due date;Amount;Open amount;Currency",
                "Code client;Raison sociale;N° pièce;Date de pièce;Date d'échéance;Montant TTC;Solde;Devise",
                "Kunden-Nr.;Kundenname;Rechnungsnr.;Rechnungsdatum;Fälligkeit;Bruttobetrag;Offener Betrag;Währung",
                "Código cliente;Razón social;Nº factura;Fecha factura;Vencimiento;Importe;Pendiente;Moneda",
                "Codice cliente;Ragione sociale;Numero fattura;Data fattura;Scadenza;Importo;Residuo;Valuta",
                "Código do cliente;Nome do cliente;Nº fatura;Data da fatura;Vencimento;Valor;Em aberto;Moeda",
                "Klantnummer;Klantnaam;Factuurnr.;Factuurdatum;Vervaldatum;Factuurbedrag;Openstaand;Valuta"
            })
    void names_are_known_in_seven_languages(String header) {
        assertThat(fields(Subject.ITEMS, header + "\n1;A;F1;2026-01-02;2026-02-02;12.50;12.50;EUR\n"))
                .containsExactly(
                        ITEM_CUSTOMER_CODE,
                        ITEM_CUSTOMER_NAME,
                        ITEM_NUMBER,
                        ITEM_ISSUE_DATE,
                        ITEM_DUE_DATE,
                        ITEM_AMOUNT,
                        ITEM_OPEN_AMOUNT,
                        ITEM_CURRENCY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Customer code;Order number;Order date;Expected delivery;Order amount;Currency;Description",
                "Code client;N° commande;Date de commande;Date de livraison;Montant commande;Devise;Désignation",
                "Kundennummer;Auftragsnr.;Auftragsdatum;Liefertermin;Auftragswert;Währung;Bezeichnung",
                "Código de cliente;Nº pedido;Fecha de pedido;Entrega prevista;Importe del pedido;Moneda;Descripción",
                "Codice cliente;N. ordine;Data ordine;Data consegna;Importo ordine;Valuta;Descrizione",
                "Código do cliente;Nº encomenda;Data da encomenda;Data de entrega;Valor da encomenda;Moeda;Descrição",
                "Klantnummer;Ordernr.;Orderdatum;Leverdatum;Orderbedrag;Valuta;Omschrijving"
            })
    void orders_are_known_in_seven_languages(String header) {
        assertThat(fields(Subject.ORDERS, header + "\n1;A1;2026-01-02;2026-02-02;12.50;EUR;Coffee\n"))
                .containsExactlyElementsOf(Field.of(Subject.ORDERS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Customer code;Month;Sales incl. tax;Sales excl. tax;Currency",
                "Code client;Mois;CA TTC;CA HT;Devise",
                "Kundennummer;Monat;Umsatz brutto;Umsatz netto;Währung",
                "Código de cliente;Mes;Ventas con IVA;Ventas sin IVA;Divisa",
                "Codice cliente;Mese;Vendite IVA inclusa;Vendite nette;Valuta",
                "Código do cliente;Mês;Vendas com IVA;Vendas sem IVA;Moeda",
                "Klantcode;Maand;Omzet incl. btw;Omzet excl. btw;Valuta"
            })
    void sales_are_known_in_seven_languages(String header) {
        assertThat(fields(Subject.SALES, header + "\n1;2026-01;12.50;10.00;EUR\n"))
                .containsExactlyElementsOf(Field.of(Subject.SALES));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "E-mail;Name;Role;Customer codes",
                "Courriel;Nom;Rôle;Codes clients",
                "E-Mail-Adresse;Name;Rolle;Kundennummern",
                "Correo electrónico;Nombre;Rol;Códigos de clientes",
                "Indirizzo e-mail;Nome;Ruolo;Codici clienti",
                "Correio eletrónico;Nome;Função;Códigos de clientes",
                "E-mailadres;Naam;Rol;Klantnummers"
            })
    void users_are_known_in_seven_languages(String header) {
        assertThat(fields(Subject.USERS, header + "\nanna@example.com;Anna;COLLECTOR;C1,C2\n"))
                .containsExactlyElementsOf(Field.of(Subject.USERS));
    }

    @Test
    void what_names_do_not_say_the_values_do() {
        assertThat(
                        fields(
                                Subject.ITEMS,
                                "Client code;Invoice no;X1;X2;X3;X4\n1;F1;2026-02-02;2026-01-02;12.55;EUR\n2;F2;2026-02-04;2026-01-03;13.50;USD\n"))
                .containsExactly(
                        ITEM_CUSTOMER_CODE, ITEM_NUMBER, ITEM_DUE_DATE, ITEM_ISSUE_DATE, ITEM_AMOUNT, ITEM_CURRENCY);
        assertThat(
                        fields(
                                Subject.CONTACTS,
                                "Client code;Name;A;B;C\n1;Weber;a.weber@example.com;+49 30 123456;DE89 3704 0044 0532 0130 00\n"))
                .containsExactly(CONTACT_CUSTOMER_CODE, CONTACT_NAME, CONTACT_EMAIL, CONTACT_PHONE, null);
        assertThat(fields(
                        Subject.CUSTOMERS,
                        "Client code;Name;A;B\n1;Weber;DE;030 123456\n2;Durand;FR;+33 1 22 33 44 55\n"))
                .containsExactly(CUSTOMER_CODE, CUSTOMER_NAME, CUSTOMER_COUNTRY, CUSTOMER_PHONE);
    }

    @Test
    void what_is_in_doubt_is_not_proposed() {
        assertThat(
                        fields(
                                Subject.ITEMS,
                                "Client code;Invoice no;X1;X2;X3;X4\n1;F1;2026-02-02;2026-01-02;12.55;1.50\n2;F2;2026-01-04;2026-02-03;13.50;2.50\n"))
                .containsExactly(ITEM_CUSTOMER_CODE, ITEM_NUMBER, null, null, null, null);
    }

    private static List<@Nullable Field> fields(Subject subject, String content) {
        var profile = Profiler.profile(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), "UTF-8");
        var fields = new ArrayList<@Nullable Field>();
        Suggestions.propose(subject, profile, null).columns().forEach(choice -> fields.add(choice.field()));
        return fields;
    }
}
