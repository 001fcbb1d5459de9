/** The platform: every folder beside this file is one module, named for what it is about. */
@NullMarked
package io.dunlin;

import org.jspecify.annotations.NullMarked;
