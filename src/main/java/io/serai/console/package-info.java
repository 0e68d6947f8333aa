/**
 * The console: what a merchant's staff sees and does in a browser. It knows requests and answers,
 * not HTTP; what is shown comes from {@code io.serai.view}.
 */
package io.serai.console;
