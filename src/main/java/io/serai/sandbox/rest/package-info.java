/**
 * What every sandbox of a channel shares: a real HTTP server with routes, faults on demand, access
 * tokens that end, and rate limits.
 */
package io.serai.sandbox.rest;
