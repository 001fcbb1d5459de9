/** Tests of the ledger's pages with their real templates. */
@NullMarked
package io.dunlin.ledger.web;

import org.jspecify.annotations.NullMarked;
