@NullMarked
package io.dunlin.tenancy.signin;

import org.jspecify.annotations.NullMarked;
