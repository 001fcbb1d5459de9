/** Tests of the pages and interfaces through which files come in. */
@NullMarked
package io.dunlin.intake.web;

import org.jspecify.annotations.NullMarked;
