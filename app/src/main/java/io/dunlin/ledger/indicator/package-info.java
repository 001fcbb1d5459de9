/** Facts of the ledger in which criteria are spoken. To add one, add it to the class of its family, or a class of its own. */
@NullMarked
package io.dunlin.ledger.indicator;

import org.jspecify.annotations.NullMarked;
