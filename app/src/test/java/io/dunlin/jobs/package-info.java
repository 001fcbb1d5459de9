@NullMarked
package io.dunlin.jobs;

import org.jspecify.annotations.NullMarked;
