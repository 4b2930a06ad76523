package nl.samenopleiden.platform.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.samenopleiden.platform.tenancy.Role;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Which endpoints there are, and who may call them, as it is written on them. */
public final class Policies {

  /**
   * One endpoint.
   *
   * @param method the HTTP method
   * @param path its path, with {@code {names}} for what varies
   * @param handler the method that serves it, for finding it in the code
   * @param known whether the endpoint says who may call it; without that nobody may
   * @param roles who may call it; empty with {@code known} means everyone who signed in
   * @param open whether also somebody who did not sign in may
   */
  public record Policy(
      String method, String path, String handler, boolean known, Set<String> roles, boolean open) {}

  private final ObjectProvider<RequestMappingHandlerMapping> endpoints;

  Policies(ObjectProvider<RequestMappingHandlerMapping> endpoints) {
    this.endpoints = endpoints;
  }

  /** All endpoints of ours, by path and method. */
  public List<Policy> all() {
    List<Policy> policies = new ArrayList<>();
    endpoints
        .getObject()
        .getHandlerMethods()
        .forEach(
            (mapping, handler) -> {
              if (!handler.getBeanType().getName().startsWith("nl.samenopleiden.")) {
                return;
              }
              Allowed allowed = AllowedInterceptor.policy(handler);
              Set<String> roles = new TreeSet<>();
              if (allowed != null) {
                Arrays.stream(allowed.value()).map(Role::text).forEach(roles::add);
              }
              Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
              for (RequestMethod method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
                for (String path : mapping.getPatternValues()) {
                  policies.add(
                      new Policy(
                          method.name(),
                          path,
                          handler.getBeanType().getSimpleName()
                              + "."
                              + handler.getMethod().getName(),
                          allowed != null,
                          roles,
                          allowed != null && allowed.publicly()));
                }
              }
            });
    policies.sort(Comparator.comparing(Policy::path).thenComparing(Policy::method));
    return policies;
  }
}
