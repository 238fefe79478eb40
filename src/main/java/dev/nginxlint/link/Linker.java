package dev.nginxlint.link;

import dev.nginxlint.stack.Answer;
import dev.nginxlint.stack.Cause;
import dev.nginxlint.stack.External;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Place.Attachment;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.stack.Publication;
import dev.nginxlint.stack.Stack;
import dev.nginxlint.stack.Stack.Call;
import dev.nginxlint.stack.Stack.Delivery;
import dev.nginxlint.stack.Target;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Makes a stack of a part: the one place where it is decided what a hop meets.
public final class Linker {
  private final World world;
  private final Dialling dialling;
  private final Sockets sockets;
  private final Arrivals arrivals;
  private final List<Answer> answers;

  private Linker(Part part, Set<String> visitors, List<Part> projects, Outside outside) {
    this.world = new World(part, visitors, projects);
    this.dialling = new Dialling(world);
    this.sockets = new Sockets(world);
    this.arrivals = new Arrivals(world);
    this.answers = part.hops().stream().map(hop -> outside.settle(hop, answer(hop))).toList();
  }

  /// The stacks that some parts describe, every hop of them answered.
  ///
  /// @param together parts besides that somebody says are one deployment
  /// @param externals who is declared to listen outside of them
  public static List<Stack> link(
      List<Part> parts, List<List<Part>> together, List<External> externals) {
    Outside outside = new Outside(externals);
    List<Part> all = new ArrayList<>(parts);
    together.forEach(all::addAll);
    Set<String> visitors = visitors(all);
    List<Part> projects =
        all.stream()
            .filter(part -> part.kind() == Part.Kind.PROJECT && part.incomplete().isEmpty())
            .toList();
    List<Linker> linkers =
        Stream.concat(
                Grouping.of(parts).stream(),
                together.stream().flatMap(one -> Grouping.joined(one).stream()))
            .map(part -> new Linker(part, visitors, projects, outside))
            .toList();
    Variants variants = new Variants(all);
    linkers.forEach(linker -> linker.tell(variants));
    return linkers.stream().map(linker -> linker.link(variants)).toList();
  }

  /// The names of containers that join networks of other projects, whichever those are.
  private static Set<String> visitors(List<Part> parts) {
    Set<String> names = new HashSet<>();
    for (Part part : parts) {
      part.places().stream()
          .flatMap(place -> place.attachments().stream())
          .filter(Attachment::external)
          .forEach(attachment -> attachment.names().forEach(name -> names.add(name.value())));
    }
    return names;
  }

  private void tell(Variants variants) {
    for (int i = 0; i < answers.size(); i++) {
      variants.saw(world.part().hops().get(i), answers.get(i));
    }
  }

  private Stack link(Variants variants) {
    Part part = world.part();
    List<Call> calls = calls(part.hops(), variants);
    return new Stack(
        part.folder(),
        world.places(),
        part.processes(),
        part.listeners(),
        part.publications(),
        part.directories(),
        part.sites(),
        part.remarks(),
        calls,
        deliveries(part.publications(), calls));
  }

  private List<Call> calls(List<Hop> hops, Variants variants) {
    Set<String> dialled = new HashSet<>();
    List<Hop> unanswered = new ArrayList<>();
    for (Process process : world.part().processes()) {
      if (variants.reaches(process)) {
        dialled.add(process.id());
      }
    }
    for (int i = 0; i < hops.size(); i++) {
      reached(answers.get(i)).ifPresent(listener -> dialled.add(listener.owner().id()));
      if (nobody(answers.get(i))) {
        unanswered.add(hops.get(i));
      }
    }
    Pairing pairing = new Pairing(world, unanswered, dialled);
    List<Call> calls = new ArrayList<>();
    for (int i = 0; i < hops.size(); i++) {
      Hop hop = hops.get(i);
      Answer first = answers.get(i);
      Answer last =
          nobody(first) ? pairing.meant(hop).<Answer>map(Answer.Missed::new).orElse(first) : first;
      calls.add(new Call(hop, variants.settle(hop, last)));
      if (last instanceof Answer.Found(Listener met, var _)) {
        dialling.deaf(hop, met).forEach(answer -> calls.add(new Call(hop, answer)));
      }
    }
    return calls;
  }

  private static boolean nobody(Answer answer) {
    return answer.equals(Dialling.NOBODY_ON_HOST) || answer.equals(Sockets.NOBODY_ON_HOST);
  }

  private Answer answer(Hop hop) {
    return switch (hop.target()) {
      case Target.Inet inet -> dialling.dial(hop, inet);
      case Target.Unix(var path) -> sockets.dial(hop, path.value());
      case Target.Open(String why) -> new Answer.Unknown(why);
    };
  }

  /// Who was reached, if only to be turned away.
  static Optional<Listener> reached(Answer answer) {
    return switch (answer) {
      case Answer.Found found -> Optional.of(found.listener());
      case Answer.Missed(Cause.WrongProtocol(Listener met)) -> Optional.of(met);
      case Answer.Missed(Cause.PrivateNetwork(Listener met, var _)) -> Optional.of(met);
      case Answer.Missed(Cause.WrongFamily(Listener met, var _)) -> Optional.of(met);
      case Answer.Missed(Cause.WrongAddress(Listener met)) -> Optional.of(met);
      case Answer.Missed(Cause.NoPermission(Listener met, var _)) -> Optional.of(met);
      case Answer.Missed(Cause.Hidden(Listener met, var _)) -> Optional.of(met);
      case Answer.Missed _, Answer.External _, Answer.Unknown _ -> Optional.empty();
    };
  }

  private List<Delivery> deliveries(List<Publication> publications, List<Call> calls) {
    List<Delivery> all =
        publications.stream().map(p -> new Delivery(p, arrivals.deliver(p, Protocol.TCP))).toList();
    List<Answer> answers = new ArrayList<>();
    calls.forEach(call -> answers.add(call.answer()));
    Set<Publication> dialled = new HashSet<>();
    for (Answer answer : answers) {
      if (answer instanceof Answer.Missed(Cause.PublishedToNothing(Publication p, var _))) {
        dialled.add(p);
      }
    }
    all.forEach(delivery -> answers.add(delivery.answer()));
    Set<String> reached = new HashSet<>();
    for (Answer answer : answers) {
      if (answer instanceof Answer.Found(Listener listener, var _)) {
        reached.add(world.network(listener.place()));
      }
    }
    return all.stream()
        .map(
            delivery ->
                dialled.contains(delivery.publication()) ? delivery : spare(delivery, reached))
        .toList();
  }

  /// An application that is reached by another port may well publish one for what is not started
  /// yet, a debugger; nginx listens on what its configuration says.
  private Delivery spare(Delivery delivery, Set<String> reached) {
    boolean spare =
        delivery.answer() instanceof Answer.Missed(Cause.PublishedToNothing _)
            && reached.contains(world.network(delivery.publication().container()))
            && world.part().processes().stream()
                .filter(p -> p.place().id().equals(delivery.publication().container().id()))
                .noneMatch(p -> p.role() == Process.Role.PROXY);
    return spare
        ? new Delivery(
            delivery.publication(), new Answer.Unknown("the container is reached by another port"))
        : delivery;
  }
}
