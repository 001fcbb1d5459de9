/** Tests of who owes what, and the portfolio they share. */
@NullMarked
package io.dunlin.ledger;

import org.jspecify.annotations.NullMarked;
