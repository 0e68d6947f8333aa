package io.serai.rest;

/** The contract itself, for whoever builds a client. */
public final class ContractResources {
  private final Contract contract;

  public ContractResources(Contract contract) {
    this.contract = contract;
  }

  /** Adds it to the API. */
  public void addTo(Resources resources) {
    String yaml = contract.yaml();
    resources
        .answers("getOpenApiJson", (handle, call) -> Reply.of(contract.json()))
        .answers("getOpenApiYaml", (handle, call) -> Reply.of("application/yaml", yaml));
  }
}
