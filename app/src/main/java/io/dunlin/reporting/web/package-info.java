/** Pages, exports and the API of all reports. */
@NullMarked
package io.dunlin.reporting.web;

import org.jspecify.annotations.NullMarked;
