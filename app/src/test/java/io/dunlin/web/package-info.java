/** Tests of the shell: texts, numbers, files, answers to errors, and what all pages have in common. */
@NullMarked
package io.dunlin.web;

import org.jspecify.annotations.NullMarked;
