/** Reports about who owes what: ageing balance, open items, days sales outstanding. To add one, add one class here. */
@NullMarked
package io.dunlin.ledger.report;

import org.jspecify.annotations.NullMarked;
