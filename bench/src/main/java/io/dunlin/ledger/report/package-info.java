/** Opens the reports of the ledger to the bench. */
@NullMarked
package io.dunlin.ledger.report;

import org.jspecify.annotations.NullMarked;
