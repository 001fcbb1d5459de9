/** What outside sources tell: the settings, the tab of the customer file, and the door for programs. */
@NullMarked
package io.dunlin.ledger.outside.web;

import org.jspecify.annotations.NullMarked;
