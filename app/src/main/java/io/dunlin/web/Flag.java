package io.dunlin.web;

/**
 * A small coloured mark beside a name.
 *
 * @param colour of the palette of {@code flags.css}
 * @param label what it says, for those who point at it and those who cannot see it
 */
public record Flag(String colour, String label) {}
