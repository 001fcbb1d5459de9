package io.dunlin.demo.web;

import io.dunlin.demo.Demo;
import io.dunlin.kernel.Right;
import io.dunlin.web.Requires;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Loads the demo companies and removes them. */
@Controller
@Requires(Right.ADMINISTER)
class DemoPage {
    private final Demo demo;

    DemoPage(Demo demo) {
        this.demo = demo;
    }

    @GetMapping("/demo")
    String show(Model model) {
        model.addAttribute("companies", demo.present());
        model.addAttribute("busy", demo.isBusy());
        return "demo/web/demo";
    }

    @PostMapping("/demo")
    String load() {
        return "redirect:/jobs/" + demo.load();
    }

    @PostMapping("/demo/remove")
    String remove() {
        return "redirect:/jobs/" + demo.remove();
    }
}
