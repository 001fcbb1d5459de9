@NullMarked
package io.dunlin.ledger.outside;

import org.jspecify.annotations.NullMarked;
