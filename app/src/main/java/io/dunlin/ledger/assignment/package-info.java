/** What rules can give to customers. To add one, add one class here. */
@NullMarked
package io.dunlin.ledger.assignment;

import org.jspecify.annotations.NullMarked;
