@NullMarked
package io.dunlin.database;

import org.jspecify.annotations.NullMarked;
