/** One run over a project: which files to read, in which order analysis, plan, edits and checks follow each other. */
@NullMarked
package dev.asyncpersistence.run;

import org.jspecify.annotations.NullMarked;
