/**
 * The API that programs call: what the console shows and does, as JSON. The document {@code
 * api/openapi.yaml} is the contract: it says what may be asked for, and whoever adds a resource
 * writes it there and names the action that answers it.
 */
package io.serai.rest;
