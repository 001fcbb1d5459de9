/** Tests of the pages and the API of reports. */
@NullMarked
package io.dunlin.reporting.web;

import org.jspecify.annotations.NullMarked;
