@NullMarked
package io.dunlin.ledger.search;

import org.jspecify.annotations.NullMarked;
