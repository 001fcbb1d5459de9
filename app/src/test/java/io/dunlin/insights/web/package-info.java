/** Tests of the page of the Overview. */
@NullMarked
package io.dunlin.insights.web;

import org.jspecify.annotations.NullMarked;
