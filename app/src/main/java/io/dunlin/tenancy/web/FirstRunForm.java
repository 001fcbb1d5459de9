package io.dunlin.tenancy.web;

/** What the first page asks for, as it was typed; all empty at first. */
public record FirstRunForm(
        String companyName,
        String currency,
        String zone,
        String name,
        String email,
        String password,
        String repeated) {}
