/** How people and programs prove who they are: passwords, links, tokens, sessions, throttling, and what each request may do. */
@NullMarked
package io.dunlin.tenancy.signin;

import org.jspecify.annotations.NullMarked;
