@NullMarked
package io.dunlin.jobs.web;

import org.jspecify.annotations.NullMarked;
