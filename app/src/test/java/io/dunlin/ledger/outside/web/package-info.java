@NullMarked
package io.dunlin.ledger.outside.web;

import org.jspecify.annotations.NullMarked;
