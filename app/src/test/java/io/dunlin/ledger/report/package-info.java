/** Tests of the reports about who owes what. */
@NullMarked
package io.dunlin.ledger.report;

import org.jspecify.annotations.NullMarked;
