/**
 * HTTP beside GraphQL: the web applications, security headers, problems as JSON, who is calling.
 */
@NullMarked
package dev.quittance.platform.web;

import org.jspecify.annotations.NullMarked;
