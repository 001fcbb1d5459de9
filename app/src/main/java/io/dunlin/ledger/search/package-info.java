/** What the quick search finds of the ledger: customers, contacts, items. */
@NullMarked
package io.dunlin.ledger.search;

import org.jspecify.annotations.NullMarked;
