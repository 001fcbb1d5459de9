/** Pages and JSON of customers, items and their settings. */
@NullMarked
package io.dunlin.ledger.web;

import org.jspecify.annotations.NullMarked;
