package io.dunlin.tenancy;

/** A subscriber has begun: what it begins with, such as its first company and user, is committed. */
public record TenantCreated(TenantId tenant) {}
