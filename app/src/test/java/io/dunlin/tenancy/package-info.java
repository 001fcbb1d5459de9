@NullMarked
package io.dunlin.tenancy;

import org.jspecify.annotations.NullMarked;
