/** Pages of the intake: upload, columns, progress and history of imports. */
@NullMarked
package io.dunlin.intake.web;

import org.jspecify.annotations.NullMarked;
