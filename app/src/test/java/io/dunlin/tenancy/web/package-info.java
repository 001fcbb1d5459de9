@NullMarked
package io.dunlin.tenancy.web;

import org.jspecify.annotations.NullMarked;
