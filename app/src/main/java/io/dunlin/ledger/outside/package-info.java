/** Takes in what outside sources tell of customers, whom they name by their codes. */
@NullMarked
package io.dunlin.ledger.outside;

import org.jspecify.annotations.NullMarked;
