package dev.nginxlint.stack;

import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import java.util.List;

/// What the questions to a stack look up, so that none of them goes through all of it.
final class Indexes {
  final List<Door> doors;
  final Index<String, Place> placesById;
  final Index<String, Place> placesByName;
  final Index<String, Process> processesByPlace;
  final Index<String, Listener> listenersByProcess;
  final Index<Socket, Listener> listenersBySocket;
  final Index<String, Directory> directoriesByPath;
  final Index<Entrance, Site> sitesByEntrance;
  final Index<String, Site> sitesByName;
  final Index<Span, Stack.Call> callsByPass;
  final Index<Span, Stack.Call> callsBySite;
  final Index<String, Stack.Call> callsByProcess;
  final Index<Class<? extends Remark>, Remark> remarksByKind;

  /// A port of a network namespace.
  record Socket(String network, int port) {}

  /// A socket of one nginx.
  record Entrance(String nginx, Endpoint endpoint) {}

  Indexes(Stack stack) {
    doors = Door.of(stack.sites());
    placesById = Index.of(stack.places(), place -> List.of(place.id()));
    placesByName = Index.of(stack.places(), Indexes::names);
    processesByPlace = Index.of(stack.processes(), process -> List.of(process.place().id()));
    listenersByProcess = Index.of(stack.listeners(), listener -> List.of(listener.owner().id()));
    listenersBySocket = Index.of(stack.listeners(), this::socket);
    directoriesByPath = Index.of(stack.directories(), directory -> List.of(directory.path()));
    sitesByEntrance = Index.of(stack.sites(), Indexes::entrances);
    sitesByName = Index.of(stack.sites(), Site::folded);
    callsByPass = Index.of(stack.calls(), call -> List.of(call.hop().pass().at()));
    callsBySite =
        Index.of(stack.calls(), call -> call.hop().site().map(Site::at).stream().toList());
    callsByProcess =
        Index.of(stack.calls(), call -> call.met().map(met -> met.owner().id()).stream().toList());
    remarksByKind = Index.of(stack.remarks(), remark -> List.of(remark.getClass()));
  }

  private static List<String> names(Place place) {
    return place.attachments().stream()
        .flatMap(attachment -> attachment.names().stream())
        .map(Sourced::value)
        .toList();
  }

  private List<Socket> socket(Listener listener) {
    Place place = placesById.first(listener.place().id()).orElse(listener.place());
    return listener.endpoint() instanceof Endpoint.Inet inet
        ? List.of(new Socket(place.network(), inet.port()))
        : List.of();
  }

  private static List<Entrance> entrances(Site site) {
    return site.listens().stream()
        .map(bind -> new Entrance(site.nginx().id(), bind.endpoint()))
        .toList();
  }
}
