package io.dunlin.intake.web;

/**
 * A row that was left out.
 *
 * @param column header of the column it is about; empty for the whole row
 * @param remedy what to do; empty where the reason says it
 */
public record RejectedView(long row, String column, String value, String reason, String remedy) {}
